"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useState } from "react";
import { SearchForm } from "#app/coach/search/search-form.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { actOf, isTypedIn } from "./keys.ts";

const kept = "desk-keys-off";

/** The way to search from every page of the desk, and the keys. Single keys can be switched off in this browser. */
export function DeskKeys() {
  const [shown, setShown] = useState<"search" | "keys">();
  const [isOff, setIsOff] = useState(false);

  useEffect(() => setIsOff(localStorage.getItem(kept) === "yes"), []);

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (document.querySelector("dialog[open]")) return;
      const act = actOf(event, { isOff, isTyping: isTypedIn(event.target) });
      if (!act) return;
      if (act === "next" || act === "before") {
        if (step(act)) event.preventDefault();
        return;
      }
      event.preventDefault();
      setShown(act);
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isOff]);

  const close = () => setShown(undefined);
  return (
    <>
      <Link
        className="search-link"
        href={"/coach/search" as Route}
        prefetch={false}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          setShown("search");
        }}
      >
        Search
        <span aria-hidden="true">
          <kbd>/</kbd>
        </span>
      </Link>
      <Dialog open={shown === "search"} onClose={close} title="Search">
        {shown === "search" && <SearchForm onGo={close} />}
        <Actions>
          <Button look="quiet" type="button" onClick={close}>
            Close
          </Button>
          <Button look="quiet" type="button" onClick={() => setShown("keys")}>
            Keys
          </Button>
        </Actions>
      </Dialog>
      <Dialog open={shown === "keys"} onClose={close} title="Keys">
        <dl className="keys">
          {words.map(([key, what]) => (
            <div key={key}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <Tick
          name="single-keys-off"
          checked={isOff}
          onChange={(event) => {
            setIsOff(event.target.checked);
            localStorage.setItem(kept, event.target.checked ? "yes" : "no");
          }}
        >
          Switch single keys off in this browser. Ctrl and K still searches.
        </Tick>
        <Actions>
          <Button look="quiet" type="button" onClick={close}>
            Close
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}

const words = [
  ["j", "The next one on the page"],
  ["k", "The one before"],
  ["Enter", "Open it"],
  ["/", "Search, also Ctrl and K"],
  ["?", "These keys"],
] as const;

/** To the next session or client in the lists of the page. Gives whether there was one. */
function step(act: "next" | "before"): boolean {
  const all = [
    ...document.querySelectorAll<HTMLElement>(".agenda h3 a, .waits h3 a, .table th[scope=row] a, .story a"),
  ];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 && act === "before" ? all.at(-1) : all[at + (act === "next" ? 1 : -1)];
  next?.focus();
  return next !== undefined;
}
