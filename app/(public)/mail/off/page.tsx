import type { Metadata, Route } from "next";
import { mailKinds } from "#app/account/mail-kinds.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { accountPages } from "#lib/account/pages.ts";
import { currentViewer } from "#lib/auth/viewer.ts";
import { findChoice } from "#lib/mail/preferences/queries.ts";

export const metadata: Metadata = { title: "Your mail" };

/** Where a letter's foot leads. Nothing changes until somebody presses: some mail programs open every link. */
export default async function MailOff({ searchParams }: PageProps<"/mail/off">) {
  const { t, back } = await searchParams;
  const token = typeof t === "string" ? t : "";
  const choice = await findChoice(token);
  if (!choice) return <NotWhole />;
  const { of, isWanted } = choice;
  const { title, more } = mailKinds[of];
  const isBack = isWanted && back !== undefined;
  const account = of === "desk" || of === "overview" ? accountPages.coach : accountPages.client;
  return (
    <Main>
      <PageHead title={isBack ? "It comes again" : isWanted ? "No more mail of this kind?" : "Done"} tight>
        <p>
          <strong>{title}</strong>
          <br />
          <span className="quiet">{more}</span>
        </p>
        <p>
          {isWanted
            ? "One press, and no more mail of this kind comes. All other mail stays as it is."
            : "No more mail of this kind comes. All other mail stays as it is."}
        </p>
      </PageHead>
      <form method="post" action={`/api/mail/choice?${new URLSearchParams({ t: token })}`}>
        <input type="hidden" name="wanted" value={isWanted ? "off" : "on"} />
        <Actions>
          <Button look={isWanted && !isBack ? "act" : "plain"}>
            {isWanted ? "No more mail of this kind" : "Turn it on again"}
          </Button>
          <ButtonLink look="quiet" href={account}>
            Choose what else you get
          </ButtonLink>
        </Actions>
      </form>
    </Main>
  );
}

async function NotWhole() {
  const viewer = await currentViewer();
  const account: Route = accountPages[viewer?.role ?? "client"];
  return (
    <Main>
      <PageHead
        title="This link is not whole"
        lead="A mail program may have cut it short. Nothing was changed. In your account you can choose what mail you get."
        tight
      >
        <Actions className="mt-6">
          <ButtonLink href={account}>Go to your account</ButtonLink>
        </Actions>
      </PageHead>
    </Main>
  );
}
