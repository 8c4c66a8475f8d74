import React from "react";

type Props<T extends object> = { value: T; env?: string };
const id = <T,>(value: T): T => value;

export function Page({ env }: { env: string }) {
  const missing = !process.env.NEXT_PUBLIC_URL; // read: NEXT_PUBLIC_URL none
  return (
    <main className="process.env.IN_ATTRIBUTE">
      {/* process.env.IN_JSX_COMMENT */}
      <p>Don't forget to set process.env.IN_JSX_TEXT, it's needed: `</p>
      <a href={process.env.NEXT_PUBLIC_LINK ?? "/"}>{missing ? "it's" : process.env.IN_JSX_HOLE}</a> {/* read: NEXT_PUBLIC_LINK usable; IN_JSX_HOLE none */}
      {id<string>("a") < "b" && <b>{process.env.AFTER_LESS}</b>} {/* read: AFTER_LESS none */}
    </main>
  );
}

export const later = process.env.LATER!; // read: LATER none
export const cast = (process.env.CAST as string) || "c"; // read: CAST usable
