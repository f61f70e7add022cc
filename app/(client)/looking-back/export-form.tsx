import { Button } from "#app/ui/button.tsx";

/** The browser keeps the file that comes; the page stays. */
export function ExportForm() {
  return (
    <section aria-labelledby="export">
      <h2 id="export">Take it with you</h2>
      <p className="quiet mt-2 mb-3">
        All that you wrote in one file: a page to read or print, and the same for programs. It is made now,
        for you, and not kept here.
      </p>
      <form method="post" action="/api/looking-back/export">
        <Button look="plain">Get all I wrote</Button>
      </form>
    </section>
  );
}
