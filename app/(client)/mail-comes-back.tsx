import Link from "next/link";
import { Banner } from "#app/ui/banner.tsx";
import { currentViewer } from "#lib/auth/viewer.ts";
import { ownMailFailsSince } from "#lib/mail/log/queries.ts";

/** To a client whose mail comes back. Nothing for anybody else, nor while nobody can tell. */
export async function MailComesBack() {
  const viewer = await currentViewer().catch(() => undefined);
  const since = viewer && (await ownMailFailsSince(viewer).catch(() => undefined));
  if (since === undefined) return null;
  return (
    <Banner
      mind
      label="About your mail"
      aside={
        <Link href="/account" prefetch={false}>
          Look at your address
        </Link>
      }
    >
      Our mail to you comes back, so you may miss a reminder. Everything is here in the portal too.
    </Banner>
  );
}
