"use client";

import { useCallback, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Which of the page's screens is in front, as its address says after the #, so that going back goes one back. */
export function usePlace(screens: readonly string[]) {
  const [at, setAt] = useState<string>();

  const show = useCallback((id: string) => {
    flushSync(() => setAt(id));
    const target = document.getElementById(id);
    target?.closest(".screen")?.scrollIntoView({ block: "start" });
    target?.focus({ preventScroll: true });
  }, []);

  useEffect(() => {
    // Another place on this page, such as where the page itself begins, leaves it where it is.
    const screenInAddress = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      return id === "" ? screens[0] : screens.find((screen) => screen === id);
    };
    setAt(screenInAddress() ?? screens[0]);
    const follow = () => {
      const id = screenInAddress();
      if (id) show(id);
    };
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, [screens, show]);

  const go = useCallback(
    (id: string) => {
      if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
      show(id);
    },
    [show],
  );

  return { at, go };
}
