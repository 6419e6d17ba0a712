import { useState } from 'react';
import { Comparison } from './Comparison';

const PAIRS = [
  ['yeosu', 'gwangju'],
  ['gwangyang', 'gyeongju', 'jeonju'],
];

/** A page of an app: it shows the comparison, takes it away, changes what is compared and reads what the reader chose. */
export function App() {
  const [shown, setShown] = useState(true);
  const [pair, setPair] = useState(0);
  const [own, setOwn] = useState<object | null>(null);
  const [told, setTold] = useState('');
  const bringOwn = async () => setOwn(await (await fetch('own-dataset.json')).json());
  return (
    <>
      <h1>React</h1>
      <p>
        <button type="button" onClick={() => setShown(!shown)}>
          {shown ? '닫기' : '열기'}
        </button>{' '}
        <button type="button" onClick={() => setPair(1 - pair)}>
          다른 도시
        </button>{' '}
        <button
          type="button"
          onClick={() => {
            void bringOwn();
          }}
        >
          우리 자료
        </button>
      </p>
      <output>{told}</output>
      {shown && <Comparison cities={PAIRS[pair]} data={own} onTold={setTold} />}
    </>
  );
}
