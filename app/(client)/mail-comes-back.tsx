import Link from "next/link";
import { Banner } from "#app/ui/banner.tsx";

/** To a client whose mail comes back. */
export function MailComesBack() {
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
