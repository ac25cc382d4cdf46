"""Who carries on a case when a kommune in it is merged or split. The act itself belongs to the payments."""
