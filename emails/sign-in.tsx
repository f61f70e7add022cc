import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Code, Words } from "./parts.tsx";

export type SignInProps = {
  /** Six characters to type where the mail was asked for. */
  code: string;
  /** The page whose button signs in. */
  confirmUrl: string;
  /** Read after "until": "18:25, Lisbon time". */
  until: string;
  sheet: Sheet;
};

export default function SignIn({ code, confirmUrl, until, sheet }: SignInProps) {
  return (
    <Letter {...sheet} why="You get this because someone asked to sign in with this address.">
      <Words>Hello,</Words>
      <Words>Here is your way in.</Words>
      <Action label="Sign in" url={confirmUrl} />
      <Words>Or type this code on the page where you asked for it:</Words>
      <Code>{code}</Code>
      <Words>Both work once, until {until}.</Words>
      <Aside>
        If this was not you, you can leave it. Nobody gets in without the link or the code, so please keep
        them to yourself.
      </Aside>
    </Letter>
  );
}

SignIn.PreviewProps = {
  code: "K7M2QX",
  confirmUrl: "https://portal.example/sign-in/confirm?t=Zk3mB0c9Qy7wJf2nXh5tRv8sLd1gUa6eWp4iOo",
  until: "18:25, Lisbon time",
  sheet: { portalUrl: "https://portal.example" },
} satisfies SignInProps;
