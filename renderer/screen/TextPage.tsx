import { letterSize } from './fitting.ts'
import './text.css'

/** A few words of the chair, as large as they can be drawn. */
export function TextPage({ text }: { readonly text: string }) {
  return (
    <div className="text">
      <h1 className={letterSize(text)}>{text}</h1>
    </div>
  )
}
