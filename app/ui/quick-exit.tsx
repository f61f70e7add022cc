import { ButtonAnchor } from "./button.tsx";

/** In reach while reading, never over the words. A plain link: it works before and without any script. */
export function QuickExit({ to }: { to: string }) {
  return (
    <aside className="leave" aria-label="Leave this page">
      <div className="wrap">
        <p>Opens another site. It can’t clear your history.</p>
        <ButtonAnchor href={to} rel="noreferrer">
          Leave this page quickly
        </ButtonAnchor>
      </div>
    </aside>
  );
}

/** The same within a text that it belongs to. */
export function QuickExitLine({ to }: { to: string }) {
  return (
    <p className="small">
      <a href={to} rel="noreferrer">
        Leave this page quickly
      </a>
      . It opens another site. It can’t clear your browser history.
    </p>
  );
}
