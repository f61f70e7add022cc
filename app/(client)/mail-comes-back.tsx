import { Banner } from "#app/ui/banner.tsx";

/** To a client whose mail comes back. */
export function MailComesBack({ address }: { address: string }) {
  return (
    <Banner mind label="About your mail">
      Our mail to {address} comes back, so you may miss a reminder. Everything is here in the portal too. If
      the address is not right any more, please tell your coach.
    </Banner>
  );
}
