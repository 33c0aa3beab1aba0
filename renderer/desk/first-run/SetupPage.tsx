import { Button } from 'antd'
import type { ReactNode } from 'react'
import './setup.css'
import { ConnectionBanner } from '../frame/ConnectionBanner.tsx'
import { SavedMark } from '../frame/DeskFoot.tsx'
import { DeskHead } from '../frame/DeskHead.tsx'
import { go } from '../place.ts'
import { StepsHead } from './StepsHead.tsx'

type Props = {
  readonly at: 0 | 1 | null
  readonly title: string
  readonly detail: string
  readonly children: ReactNode
  /** Why one cannot go on yet; shown beside the button. */
  readonly fault: string | null
  readonly next: string
  readonly busy: boolean
  readonly onNext: () => void
}

/** A page on which something is set up: what is typed stays on this device until it is done. */
export function SetupPage({ at, title, detail, children, fault, next, busy, onNext }: Props) {
  return (
    <div className="desk">
      <DeskHead title={title} detail={detail} desk="chair" />
      <ConnectionBanner />
      <main className="setup">
        {at !== null && <StepsHead at={at} />}
        {children}
        <p className="setup-warning">不得用于涉密会议，不得录入国家秘密、工作秘密。</p>
      </main>
      <footer className="desk-foot">
        <Button onClick={() => go({ at: 'start' })}>回起始页</Button>
        <span className="note one grow">填写的内容自动留在这台电脑上，随时可以回来接着填</span>
        <SavedMark />
        <span className="setup-fault one" role="status">
          {fault}
        </span>
        <Button type="primary" loading={busy} onClick={onNext}>
          {next}
        </Button>
      </footer>
    </div>
  )
}
