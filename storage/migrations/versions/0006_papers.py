"""What is drafted and agreed in a matter, whom it is about, and the papers; a sent one is never changed"""

import sqlalchemy as sa
import sqlmodel
from alembic import op

revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None

KEPT = 'id, case_number, digest, sent_by, sent_at'
# the paper itself may be given a new envelope; that it is the one that was sent is told by its digest
REFUSAL = 'a paper that was sent is never changed'

SQLITE = (
    f"CREATE TRIGGER papers_no_update BEFORE UPDATE OF {KEPT} ON papers BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END",
)
POSTGRESQL = (
    "CREATE FUNCTION papers_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
    "CREATE TRIGGER papers_no_change BEFORE UPDATE OF " + KEPT + " ON papers "
    "FOR EACH STATEMENT EXECUTE FUNCTION papers_refuse()",
)


def upgrade() -> None:
    op.create_table('paper_drafts',
    sa.Column('case_number', sqlmodel.AutoString(), nullable=False),
    sa.Column('kind', sqlmodel.AutoString(), nullable=False),
    sa.Column('told', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('case_number', 'kind')
    )
    op.create_table('papers',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('case_number', sqlmodel.AutoString(), nullable=False),
    sa.Column('paper', sqlmodel.AutoString(), nullable=False),
    sa.Column('digest', sqlmodel.AutoString(), nullable=False),
    sa.Column('sent_by', sa.Integer(), nullable=False),
    sa.Column('sent_at', sqlmodel.UTCDateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id')
    )
    with op.batch_alter_table('papers', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_papers_case_number'), ['case_number'], unique=False)

    with op.batch_alter_table('matters', schema=None) as batch_op:
        batch_op.add_column(sa.Column('request', sqlmodel.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('about', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('agreement', sqlmodel.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('agreed', sa.JSON(), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('asked_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('draft', sqlmodel.AutoString(), nullable=False, server_default=''))
        batch_op.add_column(sa.Column('draft_by', sa.Integer(), nullable=True))

    for statement in POSTGRESQL if op.get_bind().dialect.name == 'postgresql' else SQLITE:
        op.execute(statement)


def downgrade() -> None:
    with op.batch_alter_table('matters', schema=None) as batch_op:
        for column in ('request', 'about', 'agreement', 'agreed', 'asked_until', 'draft', 'draft_by'):
            batch_op.drop_column(column)
    op.drop_table('papers')
    op.drop_table('paper_drafts')
    if op.get_bind().dialect.name == 'postgresql':
        op.execute('DROP FUNCTION papers_refuse()')
