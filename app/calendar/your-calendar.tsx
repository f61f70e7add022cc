import { Facts } from "#app/ui/facts.tsx";
import { Main, PageHead } from "#app/ui/main.tsx";
import { Steps } from "#app/ui/steps.tsx";
import { CalendarAddress } from "./calendar-address.tsx";

type YourCalendarProps = {
  title: string;
  address: string | undefined;
  /** What a bystander could read there, as sentences. */
  shows: string[];
  /** Where a change can be seen before the program has looked. */
  soonest: string;
};

/** The page on which a person lets their own calendar program read their times. */
export function YourCalendar({ title, address, shows, soonest }: YourCalendarProps) {
  return (
    <Main>
      <PageHead
        title={title}
        lead="Your calendar program can read your times here by itself. You give it an address once, and it comes back for what is new."
        tight
      />
      <div className="sections measure">
        <section aria-labelledby="yours">
          <h2 id="yours">Your address</h2>
          {!address && (
            <p className="mt-3">
              There is none yet. It is secret: whoever has it can read these times and nothing else. You can
              change it or stop it whenever you like.
            </p>
          )}
          <CalendarAddress address={address} />
        </section>
        {address && (
          <section aria-labelledby="add">
            <h2 id="add" className="mb-4">
              How to add it
            </h2>
            <Steps steps={steps} />
          </section>
        )}
        <section aria-labelledby="shows">
          <h2 id="shows">What stands in it</h2>
          <ul className="plain-list mt-3">
            {shows.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            <li>
              A time that moved shows at its new hour. One that is cancelled shows as cancelled for 30 days,
              and then goes.
            </li>
          </ul>
        </section>
        <section aria-labelledby="often">
          <h2 id="often" className="mb-3">
            How often programs look
          </h2>
          <Facts facts={howOften} />
          <p className="small quiet mt-3">The programs decide this, and we cannot hurry them. {soonest}</p>
        </section>
      </div>
    </Main>
  );
}

const steps = [
  { title: "Copy the address", text: "The whole of it, to the end." },
  {
    title: "Open the settings of your calendar program",
    text: "Look for “Subscribe”, “Add by URL” or “From the internet”. Some have it on a computer only.",
  },
  { title: "Paste it there", text: "Your times come in within a few minutes, and stay up to date." },
];

const howOften = [
  ["Google Calendar", "Every 8 to 24 hours"],
  ["Outlook.com", "About every 3 hours"],
  ["Proton Calendar", "Every 4 to 16 hours"],
  ["Apple Calendar", "As often as you set it there"],
] as const;
