import type { Route } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { Colophon, DeskColophon } from "./colophon.tsx";
import { Lines } from "./lines.tsx";
import { NavLink } from "./nav-link.tsx";

/** `anyone`: a page that must work without knowing who looks at it, so it offers neither sign-in nor sign-out. */
export type Who = "anyone" | "visitor" | "client" | "coach" | "owner";

/** `last` ones stand at the far end. */
type Place = { href: Route; words: string; section?: boolean; last?: boolean };

const open: { home: Route; nav: Place[] } = {
  home: "/",
  nav: [
    { href: "/", words: "The work" },
    { href: "/lessons", words: "Lessons", section: true },
    { href: "/book", words: "Book a time", section: true },
  ],
};

const desk: { home: Route; nav: Place[] } = {
  home: "/coach",
  nav: [
    { href: "/coach", words: "Today" },
    { href: "/coach/calendar", words: "Calendar", section: true },
    { href: "/coach/clients", words: "Clients" },
    { href: "/coach/availability", words: "Hours", section: true },
    { href: "/coach/lessons", words: "Lessons", section: true },
  ],
};

const deskAccount: Place = { href: "/coach/account", words: "Account", last: true };

const places: Record<Who, { home: Route; nav: Place[] }> = {
  anyone: open,
  visitor: open,
  client: {
    home: "/sessions",
    nav: [
      { href: "/sessions", words: "Sessions", section: true },
      { href: "/lessons", words: "Lessons", section: true },
      { href: "/journal", words: "Journal", section: true },
      { href: "/book", words: "Book", section: true },
      { href: "/account", words: "Account", last: true },
    ],
  },
  coach: { ...desk, nav: [...desk.nav, deskAccount] },
  owner: { ...desk, nav: [...desk.nav, { href: "/coach/practice", words: "Practice" }, deskAccount] },
};

type ShellProps = {
  who: Who;
  /** `<DemoBanner>` on a demonstration, nothing otherwise. */
  banner?: ReactNode;
  /** What stands where a visitor reads "Sign in": the sign-out form of a client or a coach. */
  signOut?: ReactNode;
  /** Stands in place of the ways to other pages, where somebody writes in quiet. */
  bar?: ReactNode;
  children: ReactNode;
};

/** Everything round a page. The page itself brings `<Main>`. */
export function Shell({ who, banner, signOut, bar, children }: ShellProps) {
  const { home, nav } = places[who];
  const isDesk = home === desk.home;
  return (
    <div className={`shell ${isDesk ? "desk" : ""}`}>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      {banner}
      <header className="masthead">
        <div className="wrap">
          <Link className="wordmark" href={home} prefetch={false}>
            <Lines drawing="mark" />
            Attune
          </Link>
          {bar ?? (
            <nav className="nav" aria-label="Main">
              <ul>
                {nav.map(({ href, words, section, last }) => (
                  <li key={href} className={last ? "nav__last" : undefined}>
                    <NavLink href={href} section={section}>
                      {words}
                    </NavLink>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div className="masthead__end">
            {who === "visitor" ? <NavLink href="/sign-in">Sign in</NavLink> : signOut}
            {bar && <NavLink href="/account">Account</NavLink>}
            <NavLink className="support-link" href="/support">
              Support now
            </NavLink>
          </div>
        </div>
      </header>
      {children}
      {isDesk ? <DeskColophon /> : <Colophon />}
    </div>
  );
}
