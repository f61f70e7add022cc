import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { fonts } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Attune", template: "%s – Attune" },
  description: "A portal for one practice and its people.",
  referrer: "no-referrer",
  formatDetection: {
    telephone: false,
    date: false,
    address: false,
    email: false,
  },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf8f3" },
    { media: "(prefers-color-scheme: dark)", color: "#1c2523" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered ahead of time could not carry the nonce of its answer.
  await connection();
  return (
    <html lang="en" className={fonts}>
      <body>{children}</body>
    </html>
  );
}
