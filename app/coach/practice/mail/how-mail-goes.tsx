import { Facts } from "#app/ui/facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { MailHealth } from "#lib/mail/log/health.ts";
import { clockWords } from "#lib/time/words.ts";

const minute = 60_000;
const lanes: Record<MailHealth["waiting"][number]["lane"], string> = {
  "sign-in": "Ways to sign in",
  booking: "About sessions and accounts",
  reminder: "Reminders and questions",
  overview: "Overviews",
};

/** Whether the sender is alive, whether Resend is heard, and what has not gone out yet. */
export function HowMailGoes({
  health: { lastRun, lastHeard, waiting, later },
  hearsResend,
  zone,
  now,
}: {
  health: MailHealth;
  hearsResend: boolean;
  zone: string;
  now: number;
}) {
  const since = (at: number) => `${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;
  const isAlive = lastRun !== undefined && now - lastRun < 2 * minute;
  return (
    <div className="measure">
      {!isAlive && (
        <Notice kind="mind" title="Mail is not being sent" className="mb-6">
          <p>
            {lastRun === undefined
              ? "The sender has not run yet."
              : `The sender last ran on ${since(lastRun)}.`}{" "}
            Nothing is lost: what waits goes out as soon as it runs again. Please see whether the portal is
            started as it should be.
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          ["The sender last ran", lastRun === undefined ? "Never" : since(lastRun)],
          ["Last word from the mail service", heardWords()],
          ...(waiting.length === 0
            ? [["Waits to go out", "Nothing"] as const]
            : waiting.map(
                ({ lane, count, since: at }) =>
                  [lanes[lane], `${count} to go out, since ${since(at)}`] as const,
              )),
          ["Planned for later", later === 0 ? "Nothing" : String(later)],
        ]}
      />
    </div>
  );

  function heardWords(): string {
    if (lastHeard !== undefined) return since(lastHeard);
    return hearsResend
      ? "None yet. It tells us what arrived and what came back."
      : "It is not set up to tell us what arrived and what came back.";
  }
}
