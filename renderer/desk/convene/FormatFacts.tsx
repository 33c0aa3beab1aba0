import { useState } from 'react'
import type { Format } from '../../../shared/formats/format.ts'
import { decisionText, papersOf, rollText } from '../formats/format-facts.ts'

/** What a form means in one line; how it goes and what comes out of it on request. */
export function FormatFacts({ format }: { readonly format: Format }) {
  const [open, setOpen] = useState(false)
  const [gist = '', ...rest] = format.about.match(/[^。]+。?/g) ?? []
  const { byHand, made } = papersOf(format)
  return (
    <div className="format-facts">
      <p className="sub">
        {gist}
        <button type="button" className="convene-link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? '收起' : '怎么开、出什么材料'}
        </button>
      </p>
      {open && (
        <dl>
          {rest.length > 0 && (
            <div>
              <dt>说明</dt>
              <dd>{rest.join('')}</dd>
            </div>
          )}
          <div>
            <dt>步骤</dt>
            <dd>{format.steps.map(({ at, name }) => (at === null ? `${name}（会外）` : name)).join(' → ')}</dd>
          </div>
          <div>
            <dt>定事</dt>
            <dd>{decisionText(format)}</dd>
          </div>
          <div>
            <dt>到会</dt>
            <dd>{rollText(format)}</dd>
          </div>
          <div>
            <dt>材料</dt>
            <dd>
              {made.length > 0 && `本软件生成：${made.join('、')}。`}
              {byHand.length > 0 && `自己准备：${byHand.join('、')}。`}
            </dd>
          </div>
          <div>
            <dt>出处</dt>
            <dd>{format.source}</dd>
          </div>
        </dl>
      )}
    </div>
  )
}
