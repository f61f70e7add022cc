import { Toast } from "#app/ui/status.tsx";
import { clock, time } from "./clock.ts";
import type { Asked } from "./use-asking.ts";

/** Said once a mail has been asked for again. */
export function NewMail({ asked }: { asked: Asked | undefined }) {
  if (!asked?.again) return null;
  return (
    <>
      <Toast>A new mail is on its way</Toast>
      <p>
        Sent at {time(asked.at)}. It ends at {clock(asked.until)}. If there are several, please open the
        newest.
      </p>
    </>
  );
}
