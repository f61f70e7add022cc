import { Letter, type Sheet } from "./letter.tsx";
import { Action, Words } from "./parts.tsx";

export type MailBouncedProps = {
  /** Whom the letter greets. */
  name: string;
  /** The first name of whom mail does not reach. */
  clientName: string;
  /** The page with all mail to them. */
  mailUrl: string;
  sheet: Sheet;
};

export default function MailBounced({ name, clientName, mailUrl, sheet }: MailBouncedProps) {
  return (
    <Letter
      {...sheet}
      why={`You get this because you work with ${clientName}. It is sent once, until mail arrives there again.`}
    >
      <Words>Hello {name},</Words>
      <Words>Mail to {clientName} comes back. Most likely there is something wrong with the address.</Words>
      <Words>
        {clientName} is told so in the portal, and finds everything there too. Perhaps you can ask for the
        right address when you next speak.
      </Words>
      <Action label="See what was sent" url={mailUrl} />
    </Letter>
  );
}

MailBounced.PreviewProps = {
  name: "Sergio",
  clientName: "Mara",
  mailUrl: "https://portal.example/coach/clients/7d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d/mail",
  sheet: { portalUrl: "https://portal.example" },
} satisfies MailBouncedProps;
