"use client";

/** Says sorry and how to go on. What went wrong is in the log, under the same few letters. */
export function WentWrong({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="wrap" tabIndex={-1}>
      <header className="page-head">
        <h1>Sorry, that did not work</h1>
        <p className="lead">Something went wrong on our side. What you saved before is still saved.</p>
        <div className="actions mt-6">
          <button type="button" className="button button--plain" onClick={reset}>
            Try again
          </button>
          {/* Plain links: whatever broke, a fresh page does not depend on it. */}
          <a className="button button--quiet" href="/">
            Go to the first page
          </a>
          <a className="support-link" href="/support">
            Support now
          </a>
        </div>
        {error.digest && (
          <p className="small quiet mt-6">
            If you write to us about it, these letters help: <span className="figures">{error.digest}</span>
          </p>
        )}
      </header>
    </main>
  );
}
