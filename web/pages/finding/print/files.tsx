import type { Answer } from '../../../client/types.ts';
import { useSize } from '../../../parts/use-size.ts';
import { useSpeech } from '../../../words/words.tsx';

/** The files of a finding, each with its SHA-256 whole. */
export const Files = ({ files }: { readonly files: Answer<'listEvidence'>['evidence'] }) => {
  const { instant, words } = useSpeech();
  const inWords = useSize();
  const { evidence, print } = words;
  if (files.length === 0) return <p>{evidence.noneYet}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{print.file}</th>
          <th scope="col">{print.size}</th>
          <th scope="col">{print.handedIn}</th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ id, fileName, size, sha256, status, by, at }) => (
          <tr key={id}>
            <th scope="row">
              {fileName} <div className="hash">{sha256}</div>
            </th>
            <td>{inWords(size)}</td>
            <td>
              <div>{print.handedInBy(by, instant(at))}</div>
              <div>{evidence.statuses[status]}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
