const paths = {
  know: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.2v5.6M12 16.4v.2",
  clock: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 7.2V12l3.2 2.4",
  done: "m5 12.6 4.6 4.6L19.4 7",
  lock: "M5.5 11h13v9h-13zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  summary:
    "M5 5.5h6.2a2.8 2.8 0 0 1 .8.2 2.8 2.8 0 0 1 .8-.2H19V18h-5.6c-.6 0-1.1.3-1.4.8-.3-.5-.8-.8-1.4-.8H5zM12 6v12.6",
  read: "M3.5 12c2.4-3.9 5.2-5.8 8.5-5.8s6.1 1.9 8.5 5.8c-2.4 3.9-5.2 5.8-8.5 5.8S5.9 15.9 3.5 12ZM12 9.4a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2Z",
  talk: "M4.5 5.5h15v10h-8L7 19.5v-4H4.5z",
  remove: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  before: "m14.5 6-6 6 6 6",
  after: "m9.5 6 6 6-6 6",
  up: "m6 14.5 6-6 6 6",
  down: "m6 9.5 6 6 6-6",
  add: "M12 5.5v13M5.5 12h13",
} as const;

type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
