import type { MinutesContent } from '../../../shared/papers/minutes-content.ts'
import type { PaperParagraph } from '../../../shared/papers/paragraph.ts'
import { titleLines } from '../../../shared/papers/title-lines.ts'
import { CountedTable } from './CountedTable.tsx'
import { SpeakingTable } from './SpeakingTable.tsx'

/** 会议纪要 as it will stand on paper: the same content as the Word file, in the same order and faces. */
export function MinutesPaper({ content }: { readonly content: MinutesContent }) {
  const { date, lead, mark, people, sections, signatures, signedBy, title } = content
  return (
    <div className="paper-frame">
      <article className="paper" aria-label="会议纪要预览">
        {mark !== null && <p className="paper-mark">{mark}</p>}
        <h2 className="paper-title">
          {keyed(titleLines(title)).map(([key, line]) => (
            <span key={key}>{line}</span>
          ))}
        </h2>
        {mark !== null && <p className="paper-under-title">（{mark}）</p>}
        <div className="paper-lead">
          {keyed(lead).map(([key, text]) => (
            <p key={key}>{text}</p>
          ))}
        </div>
        {keyed(sections).map(([key, { heading, paragraphs, parts }]) => (
          <section key={key}>
            <h3>{heading}</h3>
            <Paragraphs of={paragraphs} />
            {parts.map((part) => (
              <section key={part.heading}>
                <h4>{part.heading}</h4>
                {part.speeches.length > 0 && <SpeakingTable speeches={part.speeches} />}
                <Paragraphs of={part.paragraphs} />
                {keyed(part.tables).map(([table, counted]) => (
                  <CountedTable key={table} table={counted} />
                ))}
              </section>
            ))}
          </section>
        ))}
        <div className="paper-people">
          {people.map(({ label, names }) => (
            <p key={label}>
              <b>{label}</b>：{names.join('、')}
            </p>
          ))}
        </div>
        <p className="paper-signatures">
          {signatures.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </p>
        <div className="paper-end">
          <p>{signedBy}</p>
          <p>{date}</p>
        </div>
      </article>
    </div>
  )
}

function Paragraphs({ of }: { readonly of: readonly PaperParagraph[] }) {
  return keyed(of).map(([key, runs]) => (
    <p key={key}>{keyed(runs).map(([run, { bold, text }]) => (bold ? <b key={run}>{text}</b> : text))}</p>
  ))
}

/** Parts of a paper have no ids: they are what stands at their place. */
const keyed = <Part,>(parts: readonly Part[]): readonly (readonly [number, Part])[] =>
  parts.map((part, index) => [index, part])
