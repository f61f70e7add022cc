import type { Sheet } from "./letter.tsx";

/** What every letter to a coach about what a client did says of it. */
export type ClientAct = {
  /** Whom the letter greets. */
  name: string;
  /** Who it is about: "Ada", "Jo and Ute". */
  who: string;
  /** Each "Tuesday 8 December, 18:00 to 19:15". */
  times: string[];
  /** "Lisbon time (Europe/Lisbon)". */
  zone: string;
  /** The page on which the coach sees it. */
  sessionUrl: string;
  sheet: Sheet;
};

/** For the preview of such a letter. */
export const oneAct: ClientAct = {
  name: "Sergio",
  who: "Alex",
  times: ["Tuesday 8 December, 18:00 to 19:15"],
  zone: "Lisbon time (Europe/Lisbon)",
  sessionUrl: "https://portal.example/coach/sessions/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
};
