import './notice.css'

/** A page with nothing to show yet, said calmly and large. */
export function Notice({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <main className="notice">
      <h1>{title}</h1>
      <p>{text}</p>
    </main>
  )
}
