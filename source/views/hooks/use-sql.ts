import {useEffect, useRef, useState} from 'react';
import type {PanelQuestion, Teaching} from '../panel-question.ts';
import type {ScreenProps} from '../screen.tsx';

/** The SQL behind a panel: asked for when it is opened, and again when it is masked or no longer. */
export function useSql(
	teaching: Teaching | undefined,
	questionNow: (isMasked: boolean) => PanelQuestion | undefined,
	isMasked: boolean,
) {
	const [sql, setSql] = useState<ScreenProps['sql']>();
	const asking = useRef(questionNow);
	asking.current = questionNow;
	useEffect(() => {
		const question = teaching && asking.current(isMasked);
		if (!question) {
			return;
		}
		const command = teaching.commandFor(question);
		const ending = new AbortController();
		setSql({text: undefined, command});
		void teaching.explain(question, ending.signal).then(text => {
			if (!ending.signal.aborted) {
				setSql({text, command});
			}
		});
		return () => {
			ending.abort();
			setSql(undefined);
		};
	}, [teaching, isMasked]);
	return sql;
}
