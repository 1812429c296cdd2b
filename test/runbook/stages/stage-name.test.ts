import { describe, expect, it } from 'vitest'
import { parseStage } from '../../../src/runbook/stages/stage-name.ts'

describe('parseStage', () => {
  it.each([
    ['During outage', 'during', 'outage'],
    ['When outage occurs', 'during', 'outage'],
    ['While failing over:', 'during', 'failing'],
    ['After Failover Completes', 'after', 'failover'],
    ['Once the failover is complete', 'after', 'failover'],
    ['Before you fail over', 'before', 'you fail'],
    ['Prior to upgrade', 'before', 'upgrade'],
    ['Pre-migration', 'before', 'migration'],
    ['Until failback', 'until', 'failback'],
    ['On failure', 'during', 'failure'],
    ['Upon restart', 'during', 'restart'],
    ['If the primary pool is down', 'condition', 'primary pool down'],
    ['Normal operation', 'before', 'normal'],
    ['After', 'after', ''],
  ])('reads “%s”', (header, phase, event) => {
    expect(parseStage(header)).toMatchObject({ phase, event })
  })

  it.each([
    ['Stage 1', 1],
    ['Phase IV: cut over', 4],
    ['Step two', 2],
    ['Second phase', 2],
    ['Stage B', 2],
    ['Phase 12', 12],
  ])('reads the number of “%s”', (header, number) => {
    expect(parseStage(header)).toMatchObject({ phase: 'numbered', number })
  })

  it.each([
    'On-premises',
    'On',
    'On Windows',
    'At',
    'If enabled',
    'If not set',
    'When created',
    'When to use',
    'When is it run?',
    'Steps',
    'Phase',
    'Step description',
    'Afterword',
    'Iffy',
    'Pre-shared key',
    'After first deployment. Then each month.',
    'Description',
    '',
  ])('reads no stage in “%s”', (header) => {
    expect(parseStage(header)).toBeNull()
  })
})
