import { auditEventTypes, findingEventTypes } from '#domain/webhook/event-types.ts';
import { useWords } from '../../words/words.tsx';

/** A type of event in words; one that is no longer in the catalogue as it is. */
export const useEventWords = (): ((type: string) => string) => {
  const { events, webhooks } = useWords();
  return (type) => {
    const ofFinding = findingEventTypes.find((each) => each === type);
    if (ofFinding) return events[ofFinding];
    const ofAudit = auditEventTypes.find((each) => each === type);
    return ofAudit ? webhooks.auditEvents[ofAudit] : type;
  };
};
