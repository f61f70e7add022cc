"use client";

import { useRouter } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

type Report = (section: string, isUnsaved: boolean) => void;
const Unsaved = createContext<Report>(() => {});

/** Tells the page that a section has something that would be lost. */
export function useUnsaved(section: string, isUnsaved: boolean): void {
  const report = useContext(Unsaved);
  useEffect(() => {
    report(section, isUnsaved);
    return () => report(section, false);
  }, [report, section, isUnsaved]);
}

/** Asks before anything unsaved is left behind: by a link, by going back, by closing the window. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const router = useRouter();
  const unsaved = useRef(new Set<string>());
  const report = useRef<Report>((section, isUnsaved) => {
    if (isUnsaved) unsaved.current.add(section);
    else unsaved.current.delete(section);
  });
  const [goOn, setGoOn] = useState<{ go: () => void }>();

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const isUnsaved = () => unsaved.current.size > 0;
    let isLeavingQuickly = false;
    addEventListener("beforeunload", (event) => isUnsaved() && !isLeavingQuickly && event.preventDefault(), {
      signal,
    });
    document.addEventListener(
      "click",
      (event) => {
        isLeavingQuickly = leadsElsewhere(event);
        const href = isUnsaved() && leadsAway(event);
        if (!href) return;
        event.preventDefault();
        event.stopPropagation();
        setGoOn({ go: () => router.push(href) });
      },
      { capture: true, signal },
    );
    if ("navigation" in window)
      navigation.addEventListener(
        "navigate",
        (event) => {
          const { key, sameDocument } = event.destination;
          if (
            !isUnsaved() ||
            event.navigationType !== "traverse" ||
            !event.cancelable ||
            !sameDocument ||
            event.hashChange
          )
            return;
          event.preventDefault();
          setGoOn({ go: () => void navigation.traverseTo(key) });
        },
        { signal },
      );
    return () => listening.abort();
  }, [router]);

  function leave() {
    unsaved.current.clear();
    setGoOn(undefined);
    goOn?.go();
  }

  return (
    <Unsaved value={report.current}>
      {children}
      <Dialog open={goOn !== undefined} onClose={() => setGoOn(undefined)} title="Some changes are not saved">
        <p>If you leave this page now, they are lost, and everything stays as it was before.</p>
        <Actions>
          <Button type="button" onClick={() => setGoOn(undefined)}>
            Stay on this page
          </Button>
          <Button type="button" look="plain" onClick={leave}>
            Leave without saving
          </Button>
        </Actions>
      </Dialog>
    </Unsaved>
  );
}

/** The page of ours that a click leads to, if it leads away from this one in this window. */
function leadsAway(event: MouseEvent) {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!isPlain || !link?.href || link.target === "_blank" || link.origin !== location.origin)
    return undefined;
  return link.pathname === location.pathname ? undefined : (`${link.pathname}${link.search}` as "/");
}

/** To another site, which is how one leaves quickly: nobody is held up. */
export function leadsElsewhere({ target }: Event): boolean {
  const link = target instanceof Element ? target.closest("a") : null;
  return link !== null && link.origin !== location.origin && link.protocol.startsWith("http");
}
