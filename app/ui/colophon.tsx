import Link from "next/link";
import { AboutTheLaw } from "./about-the-law.tsx";

export function Colophon() {
  return (
    <footer className="colophon">
      <div className="wrap">
        <section>
          <h2>If you need someone now</h2>
          <p>
            Messages are read on set days. This portal is not watched around the clock and is not an emergency
            service.
          </p>
          <Link className="support-link" href="/support" prefetch={false}>
            Support now
          </Link>
        </section>
        <section>
          <h2>What this is</h2>
          <p>
            Sergio is a coach, not a therapist or a doctor. He supports and reflects. He does not diagnose or
            treat.
          </p>
          <AboutTheLaw />
        </section>
        <nav aria-label="About">
          <h2>About</h2>
          <ul>
            <li>
              <Link href="/privacy" prefetch={false}>
                Privacy
              </Link>
            </li>
            <li>
              <Link href="/confidentiality" prefetch={false}>
                Confidentiality
              </Link>
            </li>
            <li>
              <a href="mailto:PsychedelicTherapyMentor@Proton.me">Write to Sergio</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}

export function DeskColophon() {
  return (
    <footer className="colophon">
      <div className="wrap">
        <p>Support now opens the same page that clients see. Each entry shows when it was last checked.</p>
        <nav aria-label="About">
          <ul>
            <li>
              <Link href="/privacy" prefetch={false}>
                Privacy
              </Link>
            </li>
            <li>
              <Link href="/confidentiality" prefetch={false}>
                Confidentiality
              </Link>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
