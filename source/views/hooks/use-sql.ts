import {useEffect, useRef, useState} from 'react';
import type {PanelQuestion, Teaching} from '../panel-question.ts';
import type {ScreenProps} from '../screen.tsx';

/** The SQL behind a panel: asked for once when it is opened. */
export function useSql(teaching: Teaching | undefined, questionNow: () => PanelQuestion | undefined) {
	const [sql, setSql] = useState<ScreenProps['sql']>();
	const asking = useRef(questionNow);
	asking.current = questionNow;
	useEffect(() => {
		const question = teaching && asking.current();
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
	}, [teaching]);
	return sql;
}
