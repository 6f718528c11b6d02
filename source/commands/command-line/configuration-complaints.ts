import type {ConfigurationFile} from '../../configuration/configuration-schema.ts';
import type {Complaint} from '../../configuration/read-configuration.ts';
import {reboundKeys} from '../../views/rebound-keys.ts';
import {unreadableColors} from '../../views/theme/changed-theme.ts';
import {builtInThemes} from '../../views/theme/themes/built-in-themes.ts';
import {chosenTheme} from '../screen/chosen-theme.ts';

/** What is wrong with a configuration for those who use it. */
export function complaintsAbout({values, configuration}: ConfigurationFile): readonly Complaint[] {
	const {themes, alerts, keys} = configuration;
	const theme = values.get('theme');
	return [
		...complaining(['keys'], () => reboundKeys(keys)),
		...alerts.flatMap(({name}, index): readonly Complaint[] =>
			alerts.findIndex(other => other.name === name) < index
				? [
						{
							path: ['alerts', index],
							message: `another rule is called "${name}" too: give this one a name of its own`,
						},
					]
				: [],
		),
		...(theme === undefined ? [] : complaining(['theme'], () => chosenTheme(String(theme), themes, 'dark'))),
		...Object.entries(themes).flatMap(([name, changes]): readonly Complaint[] => {
			if (Object.hasOwn(builtInThemes, name)) {
				return [
					{path: ['themes', name], message: 'this name is taken by a theme of the program: choose another'},
				];
			}
			const base = complaining(['themes', name, 'base'], () => chosenTheme(changes.base, {}, 'dark'));
			if (base.length > 0) {
				return base;
			}
			const colors = chosenTheme(name, themes, 'dark');
			return unreadableColors(colors, changes).map(({name: color, contrast}) => ({
				path: ['themes', name, color],
				message: `it cannot be read on a ${colors.background} background: its contrast is ${contrast.toFixed(1)} to 1, 4.5 is easy to read and 3 the least`,
			}));
		}),
	];
}

function complaining(path: Complaint['path'], use: () => unknown): readonly Complaint[] {
	try {
		use();
		return [];
	} catch (error) {
		if (error instanceof RangeError) {
			return [{path, message: error.message}];
		}
		throw error;
	}
}
