import { Actions, Button } from "#app/ui/button.tsx";
import { Heading } from "./heading.tsx";
import { Problem } from "./problem.tsx";
import type { Asking } from "./use-asking.ts";

type EndedProps = {
  /** The page opened with it. */
  isFirst?: boolean;
  what: string;
  address: string;
  asking: Asking;
  onOther: () => void;
};

/** A link or a code that is too old, and the way to a new one. */
export function Ended({ what, address, asking, onOther, isFirst }: EndedProps) {
  return (
    <section className="measure stack" aria-labelledby="ended">
      <Heading id="ended" isFirst={isFirst}>
        {what}
      </Heading>
      <p>
        Links and codes work for 10 minutes, to keep your place yours. Nothing is lost. A new one takes a
        moment.
      </p>
      <Problem error={asking.error} />
      <Actions>
        <Button type="button" aria-disabled={asking.isSending || undefined} onClick={() => void asking.ask()}>
          Send a new mail
        </Button>
        <span className="small quiet" role="status">
          {asking.isSending && "One moment."}
        </span>
      </Actions>
      <p className="small quiet">
        It goes to the same address, <span className="inline-block">{address}</span>.{" "}
        <button
          type="button"
          className="cursor-pointer text-primary underline underline-offset-4"
          onClick={onOther}
        >
          Use another
        </button>
      </p>
    </section>
  );
}
