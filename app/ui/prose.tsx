/** HTML that `proseHtml` made of a coach's Markdown, and no other. */
export function Prose({ html, className = "prose" }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitized where it was made
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}
