"""What a line of the state budget is called."""

from flask_babel import gettext

from grants.models import BudgetPost


def post_name(post: BudgetPost) -> str:
    """Write a line of the state budget: `kap. 701 post 60`."""
    return str(gettext("kap. %(chapter)s post %(post)s", chapter=post.chapter, post=post.post))
