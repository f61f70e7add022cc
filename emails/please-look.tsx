import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

type PleaseLookProps = {
  /** Whom the letter greets. */
  name: string;
  deskUrl: string;
  sheet: Sheet;
};

export default function PleaseLook({ name, deskUrl, sheet }: PleaseLookProps) {
  return (
    <Letter {...sheet} why="You get this because something on your desk waits for you.">
      <Words>Hello {name},</Words>
      <Words>Please look at your desk when you can.</Words>
      <Action label="Open your desk" url={deskUrl} />
    </Letter>
  );
}

PleaseLook.PreviewProps = {
  name: "Sergio",
  deskUrl: "https://portal.example/coach",
  sheet: {
    portalUrl: "https://portal.example",
    choicesUrl: "https://portal.example/coach/account",
    offUrl: "https://portal.example/mail/off?t=Zk3mB0c9Qy7w",
  },
} satisfies PleaseLookProps;
