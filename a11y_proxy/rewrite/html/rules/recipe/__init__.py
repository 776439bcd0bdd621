"""What the operator's recipe says of a site, where no machine can know it."""

from __future__ import annotations

from a11y_proxy.rewrite.html.rule import Rule
from a11y_proxy.rewrite.html.rules.recipe.recipe_heading import recipe_heading
from a11y_proxy.rewrite.html.rules.recipe.recipe_removal import recipe_removal

RECIPE: tuple[Rule, ...] = (
    recipe_removal,
    recipe_heading,
)
