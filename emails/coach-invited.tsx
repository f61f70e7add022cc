import { Letter, type Sheet } from "./letter.tsx";
import { Action, Aside, Words } from "./parts.tsx";

export type CoachInvitedProps = {
  /** Whom the letter greets. */
  name: string;
  /** Who asks them. */
  by: string;
  /** The one address that they can begin with. */
  email: string;
  /** The page where they ask for a link. */
  signInUrl: string;
  sheet: Sheet;
};

export default function CoachInvited({ name, by, email, signInUrl, sheet }: CoachInvitedProps) {
  return (
    <Letter {...sheet} why={`You get this because ${by} wrote down this address.`}>
      <Words>Hello {name},</Words>
      <Words>{by} asks you to coach in this portal.</Words>
      <Words>
        To begin, sign in with this address: {email}. There is no password. You get a link by mail.
      </Words>
      <Action label="Go to the sign-in page" url={signInUrl} />
      <Words>Nobody can book you until you have opened your hours and a kind of session.</Words>
      <Aside>If you do not know {by}, or would rather not, you can leave this. Nothing happens then.</Aside>
    </Letter>
  );
}

CoachInvited.PreviewProps = {
  name: "Kim",
  by: "Sergio",
  email: "kim@example.org",
  signInUrl: "https://portal.example/sign-in",
  sheet: { portalUrl: "https://portal.example" },
} satisfies CoachInvitedProps;
