import type { Access } from '../access.ts';
import type { Kept, KeptBucket } from '../kept.ts';
import { acknowledgeWildcard } from './acknowledge.ts';
import type { HouseFunction } from './house-function.ts';

/** Folders of the intake and of the vault: files of findings, and reports of audits. */
type Folder = 'evidence' | 'reports';

interface FileGrant {
  readonly actions: readonly string[];
  readonly folders: readonly Folder[];
  /** Lists the bucket: without it S3 does not say that a file is not there, only that it is forbidden. */
  readonly lists?: true;
}

const both = ['evidence', 'reports'] as const;

const ofIntake = {
  // Whoever signs an upload lends it their own right to put the object, or a part of it.
  grant: { actions: ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts'], folders: both, lists: true },
  check: {
    actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectVersionTagging'],
    folders: both,
    lists: true,
  },
} as const satisfies Record<NonNullable<Access['intake']>, FileGrant>;

const ofVault = {
  keep: {
    actions: [
      ...['s3:PutObject', 's3:PutObjectRetention', 's3:PutObjectLegalHold'],
      // What was kept by an earlier try is found again, with the lock it is under.
      ...['s3:GetObject', 's3:GetObjectRetention', 's3:GetObjectLegalHold'],
    ],
    folders: both,
    lists: true,
  },
  hold: { actions: ['s3:PutObjectLegalHold'], folders: ['evidence'] },
  read: { actions: ['s3:GetObjectVersion'], folders: both },
  'read-reports': { actions: ['s3:GetObjectVersion'], folders: ['reports'] },
} as const satisfies Record<NonNullable<Access['vault']>, FileGrant>;

const ofPacks = {
  // A pack goes up in parts: one that is given up leaves none behind.
  write: ['s3:PutObject', 's3:AbortMultipartUpload'],
  read: ['s3:GetObject'],
} as const satisfies Record<NonNullable<Access['packs']>, readonly string[]>;

const allowObjects = (house: HouseFunction, actions: readonly string[], objects: readonly string[]): void => {
  house.allow(actions, objects);
  for (const each of objects) acknowledgeWildcard(house.role, each, 'Files have random keys under this folder.');
};

const allowFolders = (house: HouseFunction, { arn }: KeptBucket, { actions, folders, lists }: FileGrant): void => {
  allowObjects(
    house,
    actions,
    folders.map((folder) => `${arn}/${folder}/*`),
  );
  if (lists) house.allow(['s3:ListBucket'], [arn]);
};

/** What `access.ts` says of files: nothing of it deletes one, or goes round its retention. */
export const grantFiles = (house: HouseFunction, { intake, vault, packs }: Access, kept: Kept): void => {
  if (intake) allowFolders(house, kept.intake, ofIntake[intake]);
  if (vault) allowFolders(house, kept.vault, ofVault[vault]);
  if (packs) allowObjects(house, ofPacks[packs], [`${kept.packs.arn}/*`]);
};
