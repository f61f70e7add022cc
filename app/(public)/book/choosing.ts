import type { SendError } from "#app/send.ts";

/** What choosing a time needs, whatever it is chosen for. `start` is an ISO instant. */
export type Choosing = {
  start: string | undefined;
  choose: (start: string | undefined) => void;
  errors: { start?: string };
};

/** The same where the time that was chosen has gone. */
export type ChoosingAnew = Choosing & {
  nearest: { wanted: string; times: NonNullable<SendError["nearest"]> } | undefined;
  showAll: () => void;
};
