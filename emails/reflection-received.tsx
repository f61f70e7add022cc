import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Words } from "./parts.tsx";

type ReflectionReceivedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who shared it: "Alex". */
  who: string;
  /** Where it stands, behind signing in. */
  clientUrl: string;
  sheet: Sheet;
};

export default function ReflectionReceived({ name, who, clientUrl, sheet }: ReflectionReceivedProps) {
  return (
    <Letter {...sheet} why={`You get this because ${who} shared something with you.`}>
      <Words>Hello {name},</Words>
      <Words>There is something new from {who} for you to read.</Words>
      <Action label="Open it" url={clientUrl} />
      <Aside>
        {who} sees once you have opened it. What else comes from {who} before then stands on the same page,
        without another letter.
      </Aside>
    </Letter>
  );
}

ReflectionReceived.PreviewProps = {
  name: "Sergio",
  who: "Alex",
  clientUrl: "https://portal.example/coach/clients/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies ReflectionReceivedProps;
