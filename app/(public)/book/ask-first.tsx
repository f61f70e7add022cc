import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { findShown, type ShownKind } from "./shown-type.ts";

type AskFirstProps = { kinds: ShownKind[]; coachName: string; choose: (typeId: string) => void };

/** For what is asked for and agreed on together. Until asking has its own page, a first conversation is the way. */
export function AskFirst({ kinds, coachName, choose }: AskFirstProps) {
  const firstConversation = findShown(kinds, "first_conversation");
  return (
    <Notice title="This is something to ask for">
      <p>
        It is never booked at a click. You and {coachName} talk first, and agree on the day and the place
        together. You can stop at any point.
      </p>
      <p>A first conversation is a good beginning. It commits nobody to anything.</p>
      {firstConversation && (
        <p className="pt-2">
          <Button type="button" look="plain" onClick={() => choose(firstConversation.id)}>
            Choose a first conversation
          </Button>
        </p>
      )}
    </Notice>
  );
}
