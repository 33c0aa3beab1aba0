import { IconArmchair2 } from '@tabler/icons-react'
import { Button } from 'antd'
import { StepsHead } from '../first-run/StepsHead.tsx'
import '../first-run/setup.css'
import { go } from '../place.ts'
import { linkTo } from '../place-link.ts'
import { PracticeButton } from './PracticeButton.tsx'

/** The first time: nothing is there yet. */
export function Welcome() {
  return (
    <main className="state-page">
      <section className="sheet welcome">
        <h2 className="song">三步就能开会</h2>
        <StepsHead at={0} />
        <p className="sub">
          不用联网，一台电脑就够。参会的人用手机扫码，没有手机的由您代签、代举手、代录票；散会后自动出会议纪要和工单。
        </p>
        <div className="row wrap">
          <Button type="primary" size="large" onClick={() => go({ at: 'found' })}>
            建组织
          </Button>
          <Button size="large" icon={<IconArmchair2 size={18} />} {...linkTo({ at: 'bench', councilId: null })}>
            马上开一个板凳会
          </Button>
          <PracticeButton large />
        </div>
        <p className="note">示例里的人和事都是虚构的，处处标着“练习”，不占工单编号，不进统计。</p>
      </section>
    </main>
  )
}
