import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Code, When, Words } from "./parts.tsx";

export type HoldToConfirmProps = {
  /** Whom the person would meet. */
  with: string;
  /** Large: "Tuesday, 18:00". */
  when: string;
  /** Beneath it: "8 December 2026, until 19:15". */
  whenDate?: string;
  /** "Lisbon time (Europe/Lisbon)". */
  whenZone: string;
  /** Read after "until": "17:40, Lisbon time". */
  until: string;
  /** Six characters to type on the page that waits. */
  code: string;
  /** The page whose button confirms. */
  confirmUrl: string;
  sheet: Sheet;
};

/** It goes to an address that nobody has proved to be theirs, so nothing that a visitor typed stands in it. */
export default function HoldToConfirm(props: HoldToConfirmProps) {
  const { when, whenDate, whenZone, until, code, confirmUrl, sheet } = props;
  return (
    <Letter {...sheet} why="You get this because someone chose a time with this address.">
      <Words>Hello,</Words>
      <Words>
        This time with {props.with} is kept for you until {until}.
      </Words>
      <When when={when} lines={[whenDate, whenZone]} />
      <Action label="Confirm this time" url={confirmUrl} />
      <Words>Or type this code on the page where you chose it:</Words>
      <Code>{code}</Code>
      <Words>Confirming also signs you in, so that you can see or cancel it later.</Words>
      <Aside>
        If you changed your mind, or this was not you, there is nothing to do. The time is free again by
        itself.
      </Aside>
    </Letter>
  );
}

HoldToConfirm.PreviewProps = {
  with: "Sergio",
  when: "Tuesday, 18:00",
  whenDate: "8 December 2026, until 19:15",
  whenZone: "Lisbon time (Europe/Lisbon)",
  until: "17:40, Lisbon time",
  code: "K7M2QX",
  confirmUrl: "https://portal.example/sign-in/confirm?t=Zk3mB0c9Qy7wJf2nXh5tRv8sLd1gUa6eWp4iOo",
  sheet: { portalUrl: "https://portal.example" },
} satisfies HoldToConfirmProps;
