import { joinSentences } from './joinSentences';
import { reasonCode } from './reasonCode';

describe('joinSentences', () => {
  it.each([
    [['Not found', 'Check the name'], 'Not found. Check the name.'],
    [['Not found.', undefined, 'Why?'], 'Not found. Why?'],
    [['It said "no."', 'Ask again'], 'It said "no." Ask again.'],
    [['読み取れません。', 'Retry'], '読み取れません。 Retry.'],
    [['', undefined], ''],
  ])('should end each of %j', (sentences, expected) => {
    expect(joinSentences(...sentences)).toBe(expected);
  });
});

describe('reasonCode', () => {
  it('should turn round what reads as its opposite, and leave the rest', () => {
    expect(reasonCode('TooManyReplicas')).toBe('AtMaximumReplicas');
    expect(reasonCode('CrashLoopBackOff')).toBe('CrashLoopBackOff');
  });
});
