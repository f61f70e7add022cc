import type { Metadata } from "next";
import { AskedPage } from "#app/(asked)/sessions/[id]/asked/asked-page.tsx";

export const metadata: Metadata = { title: "A few questions" };

export default async function Reflection({ params }: PageProps<"/sessions/[id]/reflection">) {
  const { id } = await params;
  return <AskedPage about={{ bookingId: id, kind: "session", day: null }} />;
}
