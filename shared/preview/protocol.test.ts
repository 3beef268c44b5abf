import { expect, test } from 'vitest';
import { heard } from './protocol.ts';

test('the page takes nothing from the frame but what a frame may say', () => {
  expect(heard({ redress: 'ready', more: 'than that' })).toEqual({ redress: 'ready' });
  expect(heard({ redress: 'shown', isCut: 'yes' })).toEqual({ redress: 'shown', isCut: false });
  expect(heard({ redress: 'failed', why: 'password' })).toEqual({ redress: 'failed', why: 'password' });
  expect(heard({ redress: 'failed', why: '<b>' })).toEqual({ redress: 'failed', why: 'unreadable' });
  const asset = { redress: 'asset', id: 1, kind: 'cMapUrl', fileName: 'UniJIS-UTF16-H.bcmap' };
  expect(heard(asset)).toEqual(asset);
  for (const said of [
    null,
    'ready',
    { redress: 'else' },
    { ...asset, kind: 'wasmUrl' },
    { ...asset, fileName: '../../api/findings' },
    { ...asset, fileName: '//elsewhere.example/x.bcmap' },
    { ...asset, id: '1' },
  ])
    expect(heard(said)).toBeUndefined();
});
