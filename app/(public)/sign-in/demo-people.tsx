import { Actions, Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";

export type Demo = {
  people: readonly { role: string; name: string; email: string }[];
  mailbox: string | undefined;
};

const roles: Record<string, string> = { coach: "coach", client: "client", couple: "one of a couple" };

/** On a demonstration: whom one may be, and where their mail arrives. */
export function DemoPeople({ demo, choose }: { demo: Demo; choose: (email: string) => void }) {
  return (
    <Card soft aria-labelledby="demo" className="stack">
      <h2 id="demo" className="text-lead">
        Look around as somebody
      </h2>
      <p className="small">
        This is a demonstration. Choose a person, and their address is filled in for you.
      </p>
      <Actions>
        {demo.people.map(({ role, name, email }) => (
          <Button key={email} look="plain" type="button" onClick={() => choose(email)}>
            {name}, {roles[role] ?? role}
          </Button>
        ))}
      </Actions>
      {demo.mailbox && (
        <p className="small">
          Their mail arrives in the{" "}
          <a href={demo.mailbox} target="_blank" rel="noreferrer">
            local mailbox
          </a>
          .
        </p>
      )}
    </Card>
  );
}

/** Where the mail that was just asked for can be read. */
export function MailboxLink({ demo, email }: { demo: Demo; email: string }) {
  if (!demo.mailbox) return null;
  return (
    <p className="small">
      On this demonstration it arrives in the{" "}
      <a href={`${demo.mailbox}/?to=${encodeURIComponent(email)}`} target="_blank" rel="noreferrer">
        local mailbox
      </a>
      .
    </p>
  );
}
