import { Fragment } from 'react'
import { type SpeechLine, speechColumns, speechFacts } from '../../../shared/papers/speaking-list.ts'

/** 发言记录 as the table on paper has it: each speech a row, 要点 and 书面答复 beneath it. */
export function SpeakingTable({ speeches }: { readonly speeches: readonly SpeechLine[] }) {
  return (
    <table className="paper-speeches">
      <thead>
        <tr>
          {speechFacts.map((fact) => (
            <th key={fact} className={`paper-speech-${fact}`} scope="col">
              {speechColumns[fact]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(speeches).map(([key, speech]) => (
          <Fragment key={key}>
            <tr>
              {speechFacts.map((fact) => (
                <td key={fact}>{speech[fact]}</td>
              ))}
            </tr>
            {speech.beneath.length > 0 && (
              <tr>
                <td colSpan={speechFacts.length} className="paper-beneath">
                  {keyed(speech.beneath).map(([line, text]) => (
                    <span key={line}>{text}</span>
                  ))}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}

/** Parts of a paper have no ids: they are what stands at their place. */
const keyed = <Part,>(parts: readonly Part[]): readonly (readonly [number, Part])[] =>
  parts.map((part, index) => [index, part])
