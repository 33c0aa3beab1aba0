import { IconFileExport, IconPlus } from '@tabler/icons-react'
import { Button } from 'antd'
import { useRef } from 'react'
import '../first-run/setup.css'
import './rules.css'
import { chinaDate } from '../../../shared/core/china-time.ts'
import { meetingHindrance } from '../../../shared/rules/in-force.ts'
import { findRule } from '../../../shared/rules/rule-packs.ts'
import { tryRule } from '../../../shared/rules/trial/try-rule.ts'
import { useHall } from '../../connection/hall-context.tsx'
import { useDraft } from '../../connection/use-draft.ts'
import { saveFile } from '../../platform.ts'
import { useNotices } from '../desk-context.tsx'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { FileButton } from '../library/FileButton.tsx'
import { fileName, jsonBytes } from '../library/json-file.ts'
import { builtInRulePacks, useLibrary } from '../library/use-library.ts'
import { go } from '../place.ts'
import { inputOf } from './figure-keys.ts'
import { originOf } from './origin.ts'
import { SideBySide } from './SideBySide.tsx'
import { TrialForm } from './TrialForm.tsx'
import { TrialList } from './TrialList.tsx'
import { TrialResult } from './TrialResult.tsx'
import { entryOf, figuresOf, type TrialEntry, trialsOf } from './trial-file.ts'
import { emptySheet, isTrialList, isTrialSheet, type TrialSheet } from './trial-sheet.ts'

/** 规则试算: figures under a rule, worked out as they are typed; every pack may be tried, also one out of force. */
export function TrialPage() {
  const client = useHall()
  const { rulePacks } = useLibrary()
  const { refuse, say } = useNotices()
  const [sheet, setSheet] = useDraft<TrialSheet>('trial', emptySheet, isTrialSheet)
  const [entries, setEntries] = useDraft<readonly TrialEntry[]>('trials', [], isTrialList)
  const page = useRef<HTMLElement>(null)
  const today = chinaDate(client.hostNow())
  const usual = rulePacks.find((rule) => meetingHindrance(rule, today) === null) ?? rulePacks[0]
  const rule = findRule(rulePacks, sheet.ruleId) ?? usual
  if (rule === undefined) return null

  const { figures } = sheet
  const input = inputOf(figures)
  const begun = Object.keys(input).length > 0
  const trial = tryRule(rulePacks, rule.ruleId, input)
  const noted = () => entryOf(`试算${entries.length + 1}`, rule.ruleId, figures)
  const choose = (ruleId: string) => setSheet({ figures, ruleId })
  const open = (entry: TrialEntry) => {
    const { figures: entered, left } = figuresOf(entry)
    setSheet({ ruleId: typeof entry.rule === 'string' ? entry.rule : null, figures: entered })
    page.current?.scrollTo({ top: 0 })
    if (left > 0) say(`有 ${left} 个输入这里没有对应的格子，没有带过来`)
  }
  const read = (bytes: Uint8Array) => {
    const trials = trialsOf(bytes)
    if (!trials.ok) return refuse(trials.refusal)
    setEntries(trials.value)
    say(`已读入 ${trials.value.length} 条试算`)
  }
  const store = async () => {
    const all = entries.length > 0 ? entries : [noted()]
    if (await saveFile(fileName(`规则试算 ${today}`), jsonBytes(all))) say(`已导出 ${all.length} 条试算`)
  }

  return (
    <div className="desk">
      <DeskHead title="规则试算" detail="按规则核一遍数：能不能表决、通没通过、差多少" desk="chair" />
      <ConnectionBanner />
      <main ref={page} className="rules-page">
        <div className="pack-columns">
          <TrialForm
            rules={rulePacks}
            rule={rule}
            trial={trial}
            figures={figures}
            today={today}
            onRule={choose}
            onFigures={(changed) => setSheet({ ruleId: rule.ruleId, figures: changed })}
          />
          <TrialResult
            rule={rule}
            origin={originOf(rule.ruleId, builtInRulePacks, client.library.rulePacks)}
            trial={trial}
            figures={figures}
            begun={begun}
            today={today}
          />
        </div>
        {begun && <SideBySide rules={rulePacks} chosen={rule} input={input} today={today} onChoose={choose} />}
        {entries.length > 0 && (
          <TrialList rules={rulePacks} entries={entries} today={today} onOpen={open} onClear={() => setEntries([])} />
        )}
      </main>
      <footer className="desk-foot">
        <Button onClick={() => go({ at: 'start' })}>回起始页</Button>
        <Button onClick={() => go({ at: 'rulePacks' })}>规则包</Button>
        <span className="grow" />
        <SavedMark />
        <FileButton label="导入试算文件" onBytes={read} />
        <Button
          icon={<IconFileExport size={18} />}
          disabled={!begun && entries.length === 0}
          onClick={() => void store()}
        >
          导出试算文件
        </Button>
        <Button
          type="primary"
          icon={<IconPlus size={18} />}
          disabled={!begun}
          onClick={() => setEntries([...entries, noted()])}
        >
          记入清单
        </Button>
      </footer>
    </div>
  )
}
