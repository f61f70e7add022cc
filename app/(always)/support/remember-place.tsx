"use client";

import { useEffect } from "react";

const key = "place";

/** Chooses again what was chosen on this device before. Nothing leaves it, and the page works without this. */
export function RememberPlace() {
  useEffect(() => {
    const radios = [...document.querySelectorAll<HTMLInputElement>('input[name="place"]')];
    const remembered = read();
    for (const radio of radios) if (radio.value === remembered) radio.checked = true;

    const remember = (event: Event) => {
      if (event.target instanceof HTMLInputElement) write(event.target.value);
    };
    for (const radio of radios) radio.addEventListener("change", remember);
    return () => {
      for (const radio of radios) radio.removeEventListener("change", remember);
    };
  }, []);
  return null;
}

// Storage can be switched off, and then even looking at it throws.
function read(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(place: string) {
  try {
    if (place === "none") localStorage.removeItem(key);
    else localStorage.setItem(key, place);
  } catch {
    return;
  }
}
