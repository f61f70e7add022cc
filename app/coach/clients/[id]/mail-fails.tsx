import { Notice } from "#app/ui/notice.tsx";
import { dateOf } from "#app/ui/when.tsx";

/** Nothing where mail to this client arrives. */
export function MailFails({
  name,
  since,
  zone,
  now,
}: {
  name: string;
  since: number | null;
  zone: string;
  now: number;
}) {
  if (since === null) return null;
  return (
    <Notice kind="mind" title={`Mail to ${name} comes back`} className="measure mb-6">
      <p>
        Since {dateOf(since, zone, now)} it does not arrive. {name} is told so in the portal. Perhaps you can
        ask for the right address when you next speak.
      </p>
    </Notice>
  );
}
