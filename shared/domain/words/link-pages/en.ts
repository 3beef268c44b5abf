import type { reviewMeans } from '../../finding/commands.ts';
import type { Round, Status } from '../../finding/state.ts';
import type { DecisionWay } from '../../finding/way.ts';
import { capitalized } from '../capitalized.ts';
import { previewEn } from './preview-en.ts';
import { scriptEn } from './script-en.ts';
import { submissionEn } from './submission-en.ts';

/* What the pages of links say in English, beside the terms of every text (`../en.ts`). */

type Outcome = Round['outcome'];
const outcomes: Record<Outcome, string> = {
  incomplete: 'incomplete',
  'not-confirmed': 'not confirmed',
  returned: 'returned',
  accepted: 'accepted',
};

const statuses: Record<Status, string> = {
  awaiting: 'awaited',
  validating: 'being checked',
  verifying: 'with the internal auditor',
  'in-review': 'in review',
  closed: 'closed',
  withdrawn: 'withdrawn',
  'awaiting-response': 'response awaited',
  'response-accepted': 'accepted',
  'response-declined': 'declined',
  implemented: 'implemented',
};

const ways: Record<DecisionWay, string> = {
  account: '',
  link: ' (by a link)',
  transcription: ' (transcribed from the certification body’s document)',
};

const means: Record<(typeof reviewMeans)[number], string> = {
  documents: 'By the documents',
  'limited-visit': 'By a limited visit',
  'full-audit': 'By a full audit',
};

export const linkPagesEn = {
  footer: (organization: string) => `Redress, for ${organization}`,
  dead: {
    title: 'Nothing here',
    text: 'This link does not open anything, or it does no longer. Ask whoever sent it for a new one.',
  },
  fault: { title: 'Something went wrong', text: 'Something went wrong on our side; try again.' },
  back: 'Back to the page',

  /** What the link is for, for whom, by whom, until when. */
  facts: {
    about: 'About',
    for: 'For',
    from: 'From',
    fromWhom: (person: string, organization: string) => `${person}, ${organization}`,
    until: 'Until',
    usesLeft: 'Uses left',
  },

  /** Before the link is opened. */
  closed: {
    title: 'Open the link',
    send: 'Send me a code',
    sendAnother: 'Send another code',
    code: 'One-time code',
    codeHint: 'Six digits, from the mail.',
    open: 'Open',
    sendTo: (email: string) => `To go on, have a one-time code sent to ${email}.`,
    sent: (email: string, until: string) => `A code was sent to ${email}. It is good until ${until}.`,
    paused: (until: string) => `Too many wrong codes were given. Until ${until} none is sent and none is taken.`,
  },

  calendar: {
    title: 'Subscribe',
    how: 'Add this address to your calendar program as a subscription; it then shows each open deadline as a day.',
    address: 'The calendar',
    secret: 'Whoever has the address can read these deadlines: keep it to yourself.',
  },

  /** Files in a table. */
  files: {
    file: 'File',
    size: 'Size',
    from: 'From',
    standing: 'Where it stands',
    download: 'Download',
  },

  upload: {
    lead: (organization: string) =>
      `What you upload here goes to ${organization} and becomes part of its audit record. Nothing you upload can be changed afterwards.`,
    title: 'Upload a file',
    uploaded: 'Uploaded by this link',
    uploadedFiles: 'Files uploaded by this link',
    none: 'Nothing yet.',
    lookAgain: 'Look again',
    full: {
      'used-up': 'This link has been used as often as it may be. It takes no more files.',
      closed: 'This finding is closed: it takes no more evidence.',
      withdrawn: 'This finding is withdrawn: it takes no more evidence.',
    },
    /** Without scripts: the form in which a file is described. */
    declare: {
      lead: 'Your browser runs no script here. Say what the file is; then you get a form to send it with.',
      name: 'Name of the file',
      nameHint: 'As it is on your computer, such as restore-log.pdf.',
      kind: 'Kind',
      size: 'Size in bytes',
      sizeHint: (largest: number) => `Exactly, at most ${largest}.`,
      sha256Hint:
        'Computed on your computer: "shasum -a 256 FILE" on macOS and Linux, "certutil -hashfile FILE SHA256" on Windows.',
      goOn: 'Go on',
      needsScript: 'A file of more than 100 MB goes up in parts, which needs a browser that runs scripts.',
    },
    /** Without scripts: the form that sends it. */
    send: {
      title: 'Send the file',
      lead: 'Choose exactly the file you described, within five minutes. Any other is refused.',
      described: (name: string, bytes: number) => `${name}, ${bytes} bytes`,
      send: 'Send',
      on: 'While the file is on its way your browser shows that it is loading; once it has arrived you see the list of your files again.',
      list: 'The list of your files',
    },
  },

  review: {
    grades: {
      major: 'Major nonconformity',
      minor: 'Minor nonconformity',
      ofi: 'Opportunity for improvement',
    },
    /** `corrective action plan, round 1, in review` */
    standing: (stage: string, round: number, status: Status) => `${stage}, round ${round}, ${statuses[status]}`,
    statuses,
    requirements: 'Requirements',
    statement: 'Statement',
    objectiveEvidence: 'Objective evidence',
    process: 'Process',
    owner: 'Owner',
    issued: 'Issued',
    standsAt: 'Stands at',
    due: 'Due',
    reviewDue: 'Review due',
    verified: 'Verified',
    verifiedBy: (on: string, by: string, statement: string) => `${on} by ${by}: ${statement}`,
    stage: (stage: string) => capitalized(stage),
    handedIn: (by: string, on: string, late: boolean) =>
      `Handed in by ${by} on ${on}${late ? ', after its due date' : ''}.`,
    evidence: 'Evidence',
    noEvidence: 'None was uploaded.',
    onRecord: 'Each download goes on the record, and each preview too: it is a download.',
    earlier: 'Earlier rounds',
    round: (stage: string, cycle: number, round: number, outcome: Outcome, on: string) =>
      `${capitalized(stage)}, cycle ${cycle}, round ${round}: ${outcomes[outcome]} on ${on}`,
    decidedBy: (outcome: Outcome, by: string, via: DecisionWay) =>
      `${capitalized(outcomes[outcome])} by ${by}${ways[via]}.`,
    decided: (stage: string, outcome: Outcome, on: string) => `The ${stage} was ${outcomes[outcome]} on ${on}.`,
    usedUp: 'Your decision is on the record. This link has been used as often as it may be; you may close this page.',
    toDo: 'Read what was handed in, look at the evidence, then accept or return it at the end of this page.',
    nothing: (standing: string) => `There is nothing for you to decide now: the finding stands at ${standing}.`,
  },
  submission: submissionEn,

  decision: {
    decided: 'Decided',
    means,
    accept: 'Accept',
    acceptIt: 'Accept the submission',
    comment: 'Comment (may be left empty)',
    return: 'Return',
    returnIt: 'Return the submission',
    reasons: 'Reasons',
    missing: 'What is missing',
  },

  script: scriptEn,
  preview: previewEn,
};

export type LinkPageWords = typeof linkPagesEn;
