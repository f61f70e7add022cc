import type { SendError } from "#app/send.ts";
import { Notice } from "#app/ui/notice.tsx";

/** The own rules that a time would pass over, each in a sentence. */
export function OwnRules({ error }: { error: SendError }) {
  return (
    <Notice kind="mind" role="alert" title={error.message}>
      <ul className="plain-list">
        {error.warnings?.map(({ rule, sentence }) => (
          <li key={rule}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** The rules that a refusal names, for sending the same once more in spite of them. */
export function rulesIn(error: SendError | undefined): string[] {
  return error?.warnings?.map(({ rule }) => rule) ?? [];
}
